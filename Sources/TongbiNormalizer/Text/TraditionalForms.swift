// SPDX-License-Identifier: Apache-2.0

/// The simplified form of the traditional characters (繁体字) that reports use.
///
/// Only characters with a single simplified form stand here; a character that is not in the table stays as it is.
enum TraditionalForms {
  /// From the traditional to the code of the simplified character; 0 for characters that have no other form.
  static let simplified: ScalarTable = {
    var table = ScalarTable()
    var traditional: Unicode.Scalar?
    for scalar in pairs.unicodeScalars where scalar != "\n" {
      if let key = traditional {
        table[key] = UInt16(truncatingIfNeeded: scalar.value)
        traditional = nil
      } else {
        traditional = scalar
      }
    }
    return table
  }()

  /// Pairs of characters: the traditional one, then the simplified one.
  private static let pairs = """
    總总診诊療疗縣县醫医門门員员數数號号學学務务實实業业級级構构機机衛卫護护師师藥药費费價价額额億亿萬万兩两
    個个臺台歲岁婦妇嬰婴兒儿產产復复檢检驗验測测傷伤殺杀廢废據据報报統统計计較较幾几無无為为與与關关開开閉闭
    長长場场題题領领導导幹干黨党團团組组織织會会議议紀纪監监審审書书記记錄录簽签約约達达減减漲涨縮缩擴扩壓压
    環环節节項项餘余過过質质優优勢势應应對对進进選选遠远還还運运動动專专傳传轉转時时間间點点準准確确續续繼继
    經经濟济財财資资負负債债結结營营養养區区鄉乡鎮镇莊庄東东內内貳二覽览勞劳協协調调體体類类別别際际標标誌志
    識识認认證证設设備备購购買买賣卖貨货單单雙双帶带頭头誤误訪访問问談谈話话語语論论課课講讲聽听聲声響响願愿
    態态慮虑憂忧愛爱惡恶戰战戶户處处創创劃划劑剂則则剛刚勵励勝胜華华卻却吳吴啟启喚唤嚴严圍围國国圖图圓圆園园
    塊块執执壞坏壯壮夠够夾夹奪夺奮奋妝妆孫孙寧宁寶宝將将尋寻尷尴層层屬属島岛巖岩幣币幫帮庫库廣广廳厅張张強强
    彈弹彙汇後后徑径從从複复恆恒慣惯慶庆憲宪懷怀戲戏掃扫掛挂採采揚扬換换揮挥損损搶抢撥拨擇择擊击擔担擬拟攝摄
    攜携敗败敵敌斷断於于昇升暫暂曆历曉晓條条來来極极榮荣樂乐樓楼樣样樹树橋桥檔档櫃柜權权歐欧歡欢歷历歸归殘残
    氣气決决沒没況况淚泪淨净溫温溝沟滅灭滿满漢汉潔洁濕湿災灾爾尔牆墙獎奖獨独獲获現现畢毕異异當当癥症發发盡尽
    盤盘眾众睜睁矯矫礎础禮礼種种積积穩稳窮穷競竞筆笔築筑簡简糧粮紅红納纳紙纸細细終终絕绝給给絲丝綠绿維维網网
    緊紧線线編编緩缓練练縱纵績绩繳缴繪绘罷罢義义習习聖圣聯联聰聪職职腦脑腫肿腸肠臟脏臨临舉举舊旧艦舰藝艺葉叶
    蓋盖蘇苏蘭兰虛虚術术衝冲補补裝装製制規规視视親亲覺觉觀观觸触訂订訊讯討讨訓训許许訴诉評评詢询試试詳详誠诚
    說说請请諮咨謝谢譯译讀读變变讓让貢贡貧贫責责貯贮貴贵貸贷貼贴賀贺賓宾賞赏賬账賴赖贈赠贊赞趕赶趨趋跡迹踐践
    車车軌轨軍军軟软載载輔辅輕轻輪轮輯辑輸输轄辖辦办農农連连週周遊游違违遞递適适遲迟遷迁遺遗邊边郵邮釋释針针
    鈴铃銀银銷销鋒锋錢钱鍵键鏈链鐵铁鑒鉴閑闲閱阅闊阔陽阳陰阴陣阵陳陈陸陆階阶隊队隨随險险隱隐難难雜杂離离電电
    靈灵靜静韓韩頁页頂顶順顺須须預预頻频顏颜顧顾顯显風风飛飞飯饭飲饮飽饱館馆馬马駐驻駕驾驚惊髒脏鬥斗鬧闹魚鱼
    鮮鲜麗丽麥麦齊齐齒齿齡龄癒愈瘧疟癲癫癱瘫輻辐竈灶燒烧熱热煉炼爐炉牽牵狀状猶犹獻献瓊琼甌瓯癬癣盜盗矚瞩硯砚
    礙碍穀谷參参
    """
}
